/** Stands where something is being read. */
export function Waiting({ what }: { what: string }) {
  return (
    <p className="waiting" role="status">
      Reading {what}…
    </p>
  );
}
