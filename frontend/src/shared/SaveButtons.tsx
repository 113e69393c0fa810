import { useState } from "react";
import { Button } from "./Button";
import { explain } from "./explain";
import { Icon } from "./Icon";
import { notify } from "./notices";

type Props = {
  /** The names of the kinds of files, each with what saves one. */
  kinds: [string, () => Promise<void>][];
  onBusy?(isBusy: boolean): void;
};

/** Buttons that save what a page shows as a file; what goes wrong is said in a notice. */
export function SaveButtons({ kinds, onBusy }: Props) {
  const [isBusy, setBusy] = useState(false);
  const save = async (work: () => Promise<void>) => {
    setBusy(true);
    onBusy?.(true);
    await work().catch((error: unknown) => notify(explain(error)));
    setBusy(false);
    onBusy?.(false);
  };
  return (
    <>
      {kinds.map(([name, work]) => (
        <Button key={name} size="small" disabled={isBusy} onClick={() => save(work)}>
          <Icon name="save" className="size-3.5" /> {name}
        </Button>
      ))}
    </>
  );
}
