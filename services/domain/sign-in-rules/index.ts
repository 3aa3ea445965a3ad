// The door of sign-in rules: what an account demands of its people beyond a password.
export {
  getSignInPolicy,
  isSecondFactorDue,
  isSecondFactorRequired,
  updateSignInPolicy,
} from "./sign-in-policy.ts";
export { isPasswordEnough, signInUrlOf } from "./password-rule.ts";
