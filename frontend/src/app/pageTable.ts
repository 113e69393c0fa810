import type { ComponentType } from "react";
import type { Account } from "../api/accounts";
import { paths } from "../shared/paths";
import { text } from "../text";
import { loadable } from "./loadable";

type Page = ComponentType<{ account: Account; path: string }>;
type Entry = {
  href: string;
  label: string;
  forAdministrators?: boolean;
  /** What it shows gains by the width of a wide screen; what is read does not. */
  isWide?: boolean;
  Page: Page;
};

/** Loads what is behind the first page, all at once: it is less than one picture. */
export const loadPages = () => import("./pageSet");

/** The same, for when it is only likely to be wanted. */
export const preloadPages = () => void loadPages().catch(() => null);

type PageSet = Awaited<ReturnType<typeof loadPages>>;

function page(href: string, label: string, name: keyof PageSet, options: Partial<Entry> = {}): Entry {
  const Page = loadable(async () => (await loadPages())[name] as Page);
  return { href, label, Page, ...options };
}

const wide = { isWide: true };
const admin = { isWide: true, forAdministrators: true };

/** Every page but the calculator, in the order of the navigation. */
export const pages: Entry[] = [
  page(paths.operations, text.nav.operations, "Operations"),
  page(paths.plot, text.nav.plot, "PlotPage", wide),
  page(paths.history, text.nav.history, "History", wide),
  page(paths.activity, text.nav.activity, "Activity", wide),
  page(paths.adminUsers, text.nav.users, "Users", admin),
  page(paths.adminEvents, text.nav.allEvents, "AllEvents", admin),
  page(paths.adminService, text.nav.service, "ServicePage", admin),
];

export const accountPage = page(paths.account, text.nav.account, "AccountPage");
