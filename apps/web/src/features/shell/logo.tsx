import "./logo.css";

export function Logo() {
  return (
    <span className="logo">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M3 16.5L10 3l7 13.5M6.2 11h7.6" fill="none" stroke="currentColor" strokeWidth="1.9" />
      </svg>
      <span>Assay</span>
    </span>
  );
}
