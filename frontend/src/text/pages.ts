import { enPages } from "./enPages";

/** The texts of the pages that are loaded when one goes to them. */
export type PageText = typeof enPages;
export const pageText: PageText = enPages;
