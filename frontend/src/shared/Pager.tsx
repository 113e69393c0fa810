import type { ReactNode } from "react";
import { Button } from "./Button";
import { Icon } from "./Icon";

type Words = { pages: string; newer: string; older: string };
type Props = {
  words: Words;
  isFirst: boolean;
  isLast: boolean;
  onNewer(): void;
  onOlder(): void;
  children: ReactNode;
};

/** Leads from page to page; with what is to be said between the buttons. */
export function Pager({ words, isFirst, isLast, onNewer, onOlder, children }: Props) {
  return (
    <nav aria-label={words.pages} className="mt-4 flex items-center justify-between">
      <Button size="small" disabled={isFirst} onClick={onNewer}>
        <Icon name="left" className="size-3.5" /> {words.newer}
      </Button>
      {children}
      <Button size="small" disabled={isLast} onClick={onOlder}>
        {words.older} <Icon name="right" className="size-3.5" />
      </Button>
    </nav>
  );
}
