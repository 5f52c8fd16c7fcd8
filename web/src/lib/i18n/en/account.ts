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
  password_hint: 'At least 12 characters; a sentence is easier to remember.',
  first_lead: 'The code was printed when Ayni was installed. It makes you the administrator.',
  first_act: 'Begin',
  code: 'Code',
  name: 'Your name',
};
