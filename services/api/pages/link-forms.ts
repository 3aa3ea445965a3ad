// The forms that people come to by a link of a mail: each asks before it acts, because mail scanners follow links by
// GET. Data: which rpc a form sends its fields to, and what to say.

export interface LinkForm {
  /** Where it is shown and where it is sent to. */
  path: string;
  /** The mail's link, when it is another. */
  linkPath?: string;
  /** "Service/Method" of cellplane.cloud.v1. */
  rpc: string;
  title: string;
  text: string;
  /** Whether the link carries a token, without which there is nothing to do. */
  hasToken: boolean;
  fields: readonly { name: string; label: string; type: "email" | "password"; autocomplete: string }[];
  button: string;
  done: { title: string; text: string };
  failed: string;
}

const NEW_PASSWORD = {
  name: "password",
  label: "Password",
  type: "password",
  autocomplete: "new-password",
} as const;

export const LINK_FORMS: readonly LinkForm[] = [
  {
    path: "/verify",
    linkPath: "/verify-email",
    rpc: "AccountService/VerifyEmail",
    title: "Confirm your email address",
    text: "One click, and your account is made.",
    hasToken: true,
    fields: [],
    button: "Confirm email address",
    done: { title: "Email address confirmed", text: "Your account is being made. You can sign in now." },
    failed: "The address was not confirmed",
  },
  {
    path: "/accept-invitation",
    rpc: "UserService/AcceptInvitation",
    title: "Accept the invitation",
    text: "Choose a password of at least 8 characters: a few random words make a good one.",
    hasToken: true,
    fields: [NEW_PASSWORD],
    button: "Accept",
    done: { title: "Welcome", text: "You can sign in now, with this address and your password." },
    failed: "The invitation was not accepted",
  },
  {
    path: "/forgotten-password",
    rpc: "UserService/RequestPasswordReset",
    title: "Forgotten password",
    text: "Tell your address, and a link to set a new password comes by mail.",
    hasToken: false,
    fields: [{ name: "email", label: "Email address", type: "email", autocomplete: "email" }],
    button: "Send the link",
    done: {
      title: "Look into your mail",
      text: "If this address has an account, a mail with a link to set a new password is on its way.",
    },
    failed: "No link was sent",
  },
  {
    path: "/reset-password",
    rpc: "UserService/ResetPassword",
    title: "Set a new password",
    text: "All your sessions end with it. A few random words make a good password.",
    hasToken: true,
    fields: [NEW_PASSWORD],
    button: "Set the password",
    done: { title: "The password is set", text: "You can sign in with it now." },
    failed: "The password was not set",
  },
];
