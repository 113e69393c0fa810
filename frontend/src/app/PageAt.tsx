import { Suspense } from "react";
import type { Account } from "../api/accounts";
import { useTitle } from "../shared/hooks";
import { paths } from "../shared/paths";
import { Link } from "../shared/router";
import { Skeleton } from "../shared/states";
import { text } from "../text";
import { loadable } from "./loadable";
import { accountPage, pages } from "./pageTable";

const Calculator = loadable(async () => (await import("../features/calculator/Calculator")).Calculator);

/** The page at a path. */
export function PageAt({ account, path }: { account: Account; path: string }) {
  if (path === paths.calculator) {
    return (
      <Suspense>
        <Calculator user={account.username} />
      </Suspense>
    );
  }
  const entry = [...pages, accountPage].find((one) => path === one.href || path.startsWith(`${one.href}/`));
  return (
    <div className={`mx-auto w-full px-4 pt-8 pb-16 sm:px-6 ${entry?.isWide ? "max-w-page" : "max-w-6xl"}`}>
      {!entry ? (
        <NoPage title={text.nav.notFound} />
      ) : entry.forAdministrators && account.role !== "admin" ? (
        <NoPage title={text.nav.forAdministrators} />
      ) : (
        <Suspense fallback={<Skeleton />}>
          <entry.Page account={account} path={path} />
        </Suspense>
      )}
    </div>
  );
}

function NoPage({ title }: { title: string }) {
  useTitle(title);
  return (
    <>
      <h1 className="text-[2rem] leading-tight">{title}</h1>
      <p className="mt-3">
        <Link href={paths.calculator} className="link">
          {text.nav.toCalculator}
        </Link>
      </p>
    </>
  );
}
