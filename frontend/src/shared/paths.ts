/** The pages of the app. None of them is a path of the service's own interface. */
export const paths = {
  calculator: "/",
  operations: "/operations",
  operation: (name: string) => `/operations/${encodeURIComponent(name)}`,
  plot: "/plot",
  history: "/calculations",
  activity: "/activity",
  account: "/account",
  signIn: "/sign-in",
  signUp: "/sign-up",
  adminUsers: "/admin/users",
  adminEvents: "/admin/events",
  adminService: "/admin/service",
} as const;
