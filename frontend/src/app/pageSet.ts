export { AccountPage } from "../features/account/AccountPage";
export { Activity } from "../features/activity/Activity";
export { AllEvents } from "../features/admin/AllEvents";
export { ServicePage } from "../features/admin/ServicePage";
export { Users } from "../features/admin/Users";
export { History } from "../features/history/History";
export { Operations } from "../features/operations/Operations";
export { PlotPage } from "../features/plot/PlotPage";
