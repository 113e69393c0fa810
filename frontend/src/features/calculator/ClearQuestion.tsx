import { Confirm } from "../../shared/Confirm";
import { text } from "../../text";

const words = text.calculator;
type Props = { count: number; onClear(): void; onClose(): void };

/** Asks before all lines are removed. */
export function ClearQuestion({ count, onClear, onClose }: Props) {
  return (
    <Confirm
      title={words.clearTitle}
      body={words.clearText(count)}
      action={words.clearAction}
      danger
      onConfirm={async () => onClear()}
      onClose={onClose}
    />
  );
}
