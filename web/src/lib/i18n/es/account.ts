export const texts = {
  title: 'Mi cuenta',
  signed_in: (name: string, login: string) => `${name} (${login})`,
  roles: 'Sus cargos',
  password: 'Cambiar la contraseña',
  old_password: 'Contraseña actual',
  old_password_hint: 'Si la olvidó, pida un enlace de ingreso.',
  new_password: 'Contraseña nueva',
  password_act: 'Cambiar',
  password_done: 'La contraseña quedó cambiada.',
  sign_out_text: 'En un equipo compartido, salga siempre al terminar.',
  parts: 'Piezas de la interfaz',
};
