import { mount } from 'svelte';
import App from './App.svelte';
import './tokens.css';
import { speech } from './state/language.svelte';
import { route } from './state/route.svelte';

const target = document.getElementById('app');
if (target) {
  route.listen();
  void speech.begin().catch(() => undefined).then(() => mount(App, { target }));
}
