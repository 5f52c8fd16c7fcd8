import { mount } from 'svelte';
import App from './App.svelte';
import './tokens.css';
import { route } from './state/route.svelte';

const target = document.getElementById('app');
if (target) {
  route.listen();
  mount(App, { target });
}
