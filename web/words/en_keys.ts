import type { ru } from "./ru_keys";

export const en = {
  back_to_sign_in: "Back to signing in",
  activation: "First sign-in by a code",
  activation_about: "The code stands on the slip that you were given. Your signing key is made here, in this browser; the password does not leave it, and the server does not know it.",
  code: "The code on the slip",
  code_hint: "21 signs in three groups. Capitals and hyphens do not matter.",
  check_code: "Check the code",
  checking: "Checking…",
  is_it_you: "The code was issued to:",
  new_login: "Log-in",
  new_login_hint: "Latin letters and digits, a letter first.",
  new_password: "New password",
  new_password_hint: "8 characters or more; a phrase of several words is good.",
  repeat_password: "The password again",
  passwords_differ: "The passwords differ.",
  acknowledge: "I will give my password to nobody: I answer for whatever is signed by my key.",
  activate: "Make the key and sign in",
  activating: "Making the key…",
  forgotten: "A forgotten password cannot be restored: whoever issued the code issues a new one, and the key is replaced.",
  no_secure: "The browser does not let a key be made: the page was opened without protection (https). Open it at its protected address.",

  sign_what: "Sign?",
  sign_about: "This is what goes into the journal under your signature. It was read in your browser from the very bytes that are signed.",
  sign: "Sign",
  do_not_sign: "Do not sign",
} satisfies Record<keyof typeof ru, string>;
