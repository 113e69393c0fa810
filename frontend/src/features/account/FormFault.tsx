/** What is wrong with a form and belongs to no field of it. */
export function FormFault({ fault }: { fault: string | undefined }) {
  if (!fault) return null;
  return (
    <p role="alert" className="text-sm text-bad">
      {fault}
    </p>
  );
}
