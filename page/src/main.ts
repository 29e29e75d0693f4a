// The page begins here: the token goes from the address to this tab's memory, and the app is drawn.
import './tokens.css';
import './base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { takeToken } from './api/client';

takeToken();
mount(App, { target: document.body });
