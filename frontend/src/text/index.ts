import { en } from "./en";

/** The texts of the app in one language; another is a file of the same type beside this one, chosen here. */
export type Text = typeof en;
export const language = "en";
export const text: Text = en;
