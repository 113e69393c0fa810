export { SignIn } from "../features/account/SignIn";
export { SignInAgain } from "../features/account/SignInAgain";
export { SignUp } from "../features/account/SignUp";
