import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { type CatalogueOperation, operations } from "../../api/math";
import { Failure } from "../../shared/Failure";
import { useLoad, useTitle } from "../../shared/hooks";
import { Icon } from "../../shared/Icon";
import { paths } from "../../shared/paths";
import { Link } from "../../shared/router";
import { PageHead } from "../../shared/PageHead";
import { scrollInside } from "../../shared/scrollInside";
import { Empty, Skeleton } from "../../shared/states";
import { pageText } from "../../text/pages";
import { signature } from "../../shared/signature";
import { createStore, useStore } from "../../api/store";
import { OperationForm } from "./OperationForm";

const words = pageText.operations;

/** What is looked for: kept from page to page of the app, and not from one visit to the next. */
const wanted = createStore("");

/** The catalogue as a list to search, and the form of the operation that is chosen. */
export function Operations({ path }: { path: string }) {
  const catalogue = useLoad("operations", operations);
  const search = useStore(wanted);
  const name = decodeURIComponent(path.slice(paths.operations.length + 1));
  const chosen = catalogue.value?.find((one) => one.name === name);
  useTitle(chosen ? chosen.name : words.title);
  const found = useMemo(() => grouped(catalogue.value ?? [], search), [catalogue.value, search]);
  const isChoosing = name === "";
  const margin = useRef<HTMLDivElement>(null);
  // Whoever comes to an operation sees it in the list, whatever was looked for before.
  useLayoutEffect(() => {
    if (!catalogue.value || name === "") return;
    const listed = grouped(catalogue.value, wanted.get()).flatMap((group) => group.members);
    if (!listed.some((one) => one.name === name)) wanted.set("");
  }, [name, catalogue.value]);
  useEffect(() => {
    const list = margin.current;
    if (list) scrollInside(list, list.querySelector('[aria-current="page"]'));
  }, [chosen]);

  const searchField = (
    <div
      role="search"
      className={`bg-paper pb-3 ${isChoosing ? "sticky top-14 z-10 short:static max-w-md pt-3" : "shrink-0 md:px-1"}`}
    >
      <label className="relative block">
        <span className="sr-only">{words.search}</span>
        <Icon name="search" className="absolute top-3 left-3 size-4 text-ink-3" />
        <input
          type="search"
          value={search}
          onChange={(event) => wanted.set(event.target.value)}
          placeholder={words.searchPlaceholder}
          className="field pl-9"
        />
      </label>
    </div>
  );
  const list = (
    <>
      {catalogue.state === "loading" && <Skeleton lines={14} />}
      {catalogue.state === "failed" && <Failure error={catalogue.error} onRetry={catalogue.again} />}
      {catalogue.state === "ready" && found.length === 0 && (
        <p role="status" className="py-4 text-ink-2">
          {words.nothing(search)}
        </p>
      )}
      <nav aria-label={words.list}>
        {found.map((group) => (
          <Category key={group.category} {...group} chosen={name} isWide={isChoosing} />
        ))}
      </nav>
    </>
  );
  if (isChoosing) {
    return (
      <>
        <PageHead title={words.title} lead={words.lead(catalogue.value?.length)} />
        {searchField}
        {list}
      </>
    );
  }
  return (
    <div className="grid gap-x-12 md:grid-cols-[16rem_minmax(0,1fr)]">
      <div className="hidden md:sticky md:top-20 md:flex md:max-h-[calc(100dvh-6rem)] md:flex-col md:self-start">
        {searchField}
        <div ref={margin} className="min-h-0 overflow-y-auto md:px-1">
          {list}
        </div>
      </div>
      <div>
        <Link href={paths.operations} className="link mb-3 inline-flex items-center gap-1 py-1">
          <Icon name="left" className="size-3.5" /> {words.all}
        </Link>
        {chosen && <OperationForm key={chosen.name} operation={chosen} />}
        {catalogue.state === "loading" && <Skeleton />}
        {catalogue.state === "ready" && !chosen && (
          <Empty title={words.unknown(name)}>
            <p>{words.unknownText}</p>
          </Empty>
        )}
      </div>
    </div>
  );
}

type CategoryProps = { category: string; members: CatalogueOperation[]; chosen: string; isWide: boolean };

/** One kind of operations: over the whole page where there is nothing else on it, otherwise in its margin. */
function Category({ category, members, chosen, isWide }: CategoryProps) {
  return (
    <section aria-labelledby={`category-${category}`} className={isWide ? "pb-8" : "pb-4"}>
      <h2 id={`category-${category}`} className="label border-b border-rule py-1.5 font-sans tracking-normal">
        {words.category(category)}
      </h2>
      <ul className={isWide ? "grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3" : ""}>
        {members.map((operation) => (
          <li key={operation.name} className={isWide ? "border-b border-rule" : ""}>
            <Link
              href={paths.operation(operation.name)}
              aria-current={operation.name === chosen ? "page" : undefined}
              className={`group grid grid-cols-[minmax(0,1fr)] rounded-sm aria-[current]:bg-accent-soft ${isWide ? "py-2.5" : "px-2 py-1 hover:bg-sunken"}`}
            >
              <code className="mono text-sm group-hover:text-accent">
                {isWide ? signature(operation) : operation.name}
              </code>
              {isWide && <span className="caption line-clamp-2">{operation.summary}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is found, in the catalogue's order of categories; a hit in the name comes before one in the summary. */
export function grouped(all: CatalogueOperation[], search: string) {
  const sought = search.trim().toLowerCase();
  const rank = (one: CatalogueOperation) => {
    if (one.name.toLowerCase().startsWith(sought)) return 0;
    if (one.name.toLowerCase().includes(sought)) return 1;
    if (one.summary.toLowerCase().includes(sought) || one.category.toLowerCase().includes(sought)) return 2;
    return 3;
  };
  const groups = new Map<string, CatalogueOperation[]>();
  for (const one of all.filter((one) => rank(one) < 3).sort((a, b) => rank(a) - rank(b))) {
    groups.set(one.category, [...(groups.get(one.category) ?? []), one]);
  }
  return [...groups].map(([category, members]) => ({ category, members }));
}
