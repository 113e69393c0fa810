// The paths of the service itself. A development server hands them on; every other path is a page of the web app.
export const proxiedPaths = [
  "^/(register|token|logout|me|reset-password|users|math|pow|factorial|fibonacci|v4)(/|\\?|$)",
  "^/(history|events|healthz|readyz|metrics|monitor|service|docs|redoc|openapi\\.json)(/|\\?|$)",
];
