import "../shell/shell.css";

/** Holds the places of bar, page and status bar, so that nothing jumps when the case arrives. */
export function CaseSkeleton() {
  return (
    <div className="shell" aria-busy="true">
      <div className="shell-top" />
      <main className="shell-main">
        <p className="vh" role="status">
          Loading the case
        </p>
      </main>
      <div className="shell-status" />
    </div>
  );
}
