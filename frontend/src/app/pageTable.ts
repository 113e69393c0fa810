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
  /** Loads the page before it is asked for. */
  preload(): void;
};

/** An entry whose page is loaded when it is first shown, or before, when it is likely to be. */
function page(href: string, label: string, load: () => Promise<Page>, options: Partial<Entry> = {}): Entry {
  return { href, label, Page: loadable(load), preload: () => void load().catch(() => null), ...options };
}

const wide = { isWide: true };
const admin = { isWide: true, forAdministrators: true };

/** Every page but the calculator, in the order of the navigation. */
export const pages: Entry[] = [
  page(
    paths.operations,
    text.nav.operations,
    async () => (await import("../features/operations/Operations")).Operations,
  ),
  page(paths.plot, text.nav.plot, async () => (await import("../features/plot/PlotPage")).PlotPage, wide),
  page(paths.history, text.nav.history, async () => (await import("../features/history/History")).History, wide),
  page(paths.activity, text.nav.activity, async () => (await import("../features/activity/Activity")).Activity, wide),
  page(paths.adminUsers, text.nav.users, async () => (await import("../features/admin/Users")).Users, admin),
  page(
    paths.adminEvents,
    text.nav.allEvents,
    async () => (await import("../features/admin/AllEvents")).AllEvents,
    admin,
  ),
  page(
    paths.adminService,
    text.nav.service,
    async () => (await import("../features/admin/ServicePage")).ServicePage,
    admin,
  ),
];

export const accountPage = page(
  paths.account,
  text.nav.account,
  async () => (await import("../features/account/AccountPage")).AccountPage,
);
