import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Account } from "../api/accounts";
import { signOut } from "../api/session";
import { Button } from "../shared/Button";
import { Icon } from "../shared/Icon";
import { paths } from "../shared/paths";
import { Link, usePath } from "../shared/router";
import { text } from "../text";
import { pages, preloadPages } from "./pageTable";
import { ThemeSwitch } from "./ThemeSwitch";

/** What stands around every page. */
export function Shell({ account, children }: { account: Account | null; children: ReactNode }) {
  const path = usePath();
  const [isOpen, setOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    setOpen(false);
    if (shown.current === path) return;
    shown.current = path;
    // Unless the page has put the focus where it wants it.
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [path]);

  return (
    <div className="min-h-dvh">
      <a
        href="#main"
        className="absolute top-2 left-2 z-50 -translate-y-20 rounded-md bg-ink px-4 py-2 text-paper focus:translate-y-0"
      >
        {text.nav.skip}
      </a>
      <header className="sticky top-0 z-40 short:static border-b border-rule bg-paper">
        <div className="mx-auto flex h-14 max-w-page items-center gap-6 px-4 sm:px-6">
          <Link href={paths.calculator} className="font-serif text-2xl leading-none italic" aria-label={text.nav.home}>
            math
          </Link>
          {account ? (
            <nav aria-label={text.nav.main} className="hidden flex-1 items-center gap-0.5 lg:flex">
              <NavLinks account={account} path={path} className="rounded-md px-2.5 py-1.5" />
            </nav>
          ) : null}
          <div className="ml-auto flex items-center gap-1">
            <ThemeSwitch />
            {account && (
              <div className="hidden items-center gap-1 lg:flex">
                <Link
                  href={paths.account}
                  onPointerEnter={preloadPages}
                  aria-label={text.nav.accountOf(account.username)}
                  aria-current={path === paths.account ? "page" : undefined}
                  className="max-w-40 truncate rounded-md px-2.5 py-1.5 text-sm text-ink-2 hover:bg-sunken hover:text-ink aria-[current]:text-ink"
                >
                  {account.username}
                </Link>
                <Button kind="quiet" size="small" onClick={signOut}>
                  {text.nav.signOut}
                </Button>
              </div>
            )}
            {account && (
              <Button
                kind="quiet"
                size="small"
                className="lg:hidden"
                aria-expanded={isOpen}
                aria-controls="menu"
                onClick={() => setOpen(!isOpen)}
              >
                <Icon name={isOpen ? "close" : "menu"} />
                <span className="sr-only">{text.nav.menu}</span>
              </Button>
            )}
          </div>
        </div>
        {account && (
          <nav
            id="menu"
            aria-label={text.nav.main}
            hidden={!isOpen}
            className="border-t border-rule px-4 pt-2 pb-4 lg:hidden"
          >
            <div className="grid">
              <NavLinks account={account} path={path} className="border-b border-rule py-3 text-base" />
            </div>
            <div className="mt-3 flex items-center justify-between gap-2">
              <Link href={paths.account} className="link min-w-0 truncate py-1">
                {account.username}
              </Link>
              <Button size="small" onClick={signOut}>
                {text.nav.signOut}
              </Button>
            </div>
          </nav>
        )}
      </header>
      <main id="main" ref={main} tabIndex={-1} className="min-h-[calc(100dvh-3.5rem)] outline-none">
        {children}
      </main>
    </div>
  );
}

function NavLinks({ account, path, className }: { account: Account; path: string; className: string }) {
  const shown = pages.filter((page) => !page.forAdministrators || account.role === "admin");
  const links = [{ href: paths.calculator, label: text.nav.calculator }, ...shown];
  return (
    <>
      {links.map((link) => {
        const isHere = path === link.href || (link.href !== "/" && path.startsWith(`${link.href}/`));
        return (
          <Link
            key={link.href}
            href={link.href}
            aria-current={isHere ? "page" : undefined}
            onPointerEnter={preloadPages}
            onFocus={preloadPages}
            className={`text-sm text-ink-2 decoration-accent decoration-2 underline-offset-[1.15rem] hover:text-ink aria-[current]:text-ink lg:aria-[current]:underline ${className}`}
          >
            {link.label}
          </Link>
        );
      })}
    </>
  );
}
