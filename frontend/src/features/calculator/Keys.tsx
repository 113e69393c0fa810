import { Dialog } from "../../shared/Dialog";
import { text } from "../../text";

/** The keys of the calculator. */
export function Keys({ onClose }: { onClose(): void }) {
  return (
    <Dialog title={text.calculator.keysTitle} onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-5 gap-y-2.5">
        {text.calculator.keyList.map(({ keys, does }) => (
          <div key={does} className="col-span-2 grid grid-cols-subgrid items-baseline">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <kbd key={key} className="key">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd className="text-ink-2">{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
