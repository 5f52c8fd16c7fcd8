import type { texts as es } from '../es/account';

export const texts: typeof es = {
  title: 'My account',
  signed_in: (name, login) => `${name} (${login})`,
  roles: 'Your roles',
  password: 'Change the password',
  old_password: 'Present password',
  old_password_hint: 'If you have forgotten it, ask for a sign-in link.',
  new_password: 'New password',
  password_act: 'Change',
  password_done: 'The password was changed.',
  sign_out_text: 'On a shared computer, always sign out when you are done.',
  parts: 'Parts of the interface',
};
