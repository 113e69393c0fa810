import { useMemo } from "react";
import { type CatalogueOperation, operations } from "../../api/math";
import { Failure } from "../../shared/Failure";
import { useKept, useLoad, useTitle } from "../../shared/hooks";
import { Icon } from "../../shared/Icon";
import { paths } from "../../shared/paths";
import { Link } from "../../shared/router";
import { PageHead } from "../../shared/PageHead";
import { Empty, Skeleton } from "../../shared/states";
import { text } from "../../text";
import { OperationForm } from "./OperationForm";

const words = text.operations;

/** The catalogue as a list to search, and the form of the operation that is chosen. */
export function Operations({ path }: { path: string }) {
  const catalogue = useLoad("operations", operations);
  const [search, setSearch] = useKept("math.operations.search", "");
  const name = decodeURIComponent(path.slice(paths.operations.length + 1));
  const chosen = catalogue.value?.find((one) => one.name === name);
  useTitle(chosen ? chosen.name : words.title);
  const found = useMemo(() => grouped(catalogue.value ?? [], search), [catalogue.value, search]);
  const isChoosing = name === "";

  return (
    <>
      <div className={isChoosing ? "" : "hidden md:block"}>
        <PageHead title={words.title} lead={words.lead(catalogue.value?.length)} />
      </div>
      <div className="grid gap-x-12 md:grid-cols-[17rem_minmax(0,1fr)]">
        <div className={`${isChoosing ? "" : "hidden md:block"} md:sticky md:top-20 md:max-h-[calc(100dvh-6rem)] md:self-start md:overflow-y-auto`}>
          <div role="search" className="sticky top-0 z-10 block bg-paper pb-3">
            <label className="relative block">
              <span className="sr-only">{words.search}</span>
              <Icon name="search" className="absolute top-3 left-3 size-4 text-ink-3" />
              <input
                type="search"
                value={search}
                onChange={(event) => setSearch(event.target.value)}
                placeholder={words.search}
                className="field pl-9"
              />
            </label>
          </div>
          {catalogue.state === "loading" && <Skeleton lines={14} />}
          {catalogue.state === "failed" && <Failure error={catalogue.error} onRetry={catalogue.again} />}
          {catalogue.state === "ready" && found.length === 0 && (
            <p role="status" className="py-4 text-ink-2">
              {words.nothing(search)}
            </p>
          )}
          <nav aria-label={words.list}>
            {found.map(({ category, members }) => (
              <section key={category} aria-labelledby={`category-${category}`} className="pb-4">
                <h2 id={`category-${category}`} className="border-b border-rule py-1 text-lg text-ink-2">
                  {words.category(category)}
                </h2>
                <ul>
                  {members.map((operation) => (
                    <li key={operation.name}>
                      <Link
                        href={paths.operation(operation.name)}
                        aria-current={operation.name === name ? "page" : undefined}
                        className="grid grid-cols-[minmax(0,1fr)] rounded-sm px-2 py-1.5 hover:bg-sunken aria-[current]:bg-accent-soft"
                      >
                        <code className="mono text-sm">{operation.name}</code>
                        <span className="caption truncate">{operation.summary}</span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </nav>
        </div>
        <div className={isChoosing ? "hidden md:block" : ""}>
          {!isChoosing && (
            <Link href={paths.operations} className="link mb-4 inline-flex items-center gap-1 py-1 md:hidden">
              <Icon name="left" className="size-3.5" /> {words.title}
            </Link>
          )}
          {chosen ? (
            <OperationForm key={chosen.name} operation={chosen} />
          ) : catalogue.state === "loading" ? (
            <Skeleton />
          ) : (
            catalogue.state === "ready" && (
              <Empty title={isChoosing ? words.choose : words.unknown(name)}>
                <p>{words.chooseText}</p>
              </Empty>
            )
          )}
        </div>
      </div>
    </>
  );
}

/** What is found, in the catalogue's order of categories; a hit in the name comes before one in the summary. */
export function grouped(all: CatalogueOperation[], search: string) {
  const wanted = search.trim().toLowerCase();
  const rank = (one: CatalogueOperation) => {
    if (one.name.toLowerCase().startsWith(wanted)) return 0;
    if (one.name.toLowerCase().includes(wanted)) return 1;
    if (one.summary.toLowerCase().includes(wanted) || one.category.toLowerCase().includes(wanted)) return 2;
    return 3;
  };
  const groups = new Map<string, CatalogueOperation[]>();
  for (const one of all.filter((one) => rank(one) < 3).sort((a, b) => rank(a) - rank(b))) {
    groups.set(one.category, [...(groups.get(one.category) ?? []), one]);
  }
  return [...groups].map(([category, members]) => ({ category, members }));
}
