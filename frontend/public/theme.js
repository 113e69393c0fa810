// Runs before the first paint, so that a page is never seen in the wrong colours. `data-theme` is always "light" or
// "dark"; the choice "system" is the absence of a stored one.
(function () {
  "use strict";
  var dark = matchMedia("(prefers-color-scheme: dark)");
  function apply() {
    var chosen = null;
    try {
      chosen = localStorage.getItem("math.theme");
    } catch {
      // Storage is switched off: the system's choice holds.
    }
    var isDark = chosen === "dark" || (chosen !== "light" && dark.matches);
    document.documentElement.dataset.theme = isDark ? "dark" : "light";
  }
  apply();
  dark.addEventListener("change", apply);
  addEventListener("storage", apply);
  addEventListener("math:theme", apply);
})();
