// Before the first paint, and as a file of its own: the content policy allows no inline script.
(function () {
  try {
    const theme = localStorage.getItem("assay.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is blocked: the system's theme stands.
  }
})();
