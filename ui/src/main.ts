import { mount } from 'svelte';
import { host } from '#host';
import App from './App.svelte';
import './look/tokens.css';
import './look/base.css';
import './look/frame.css';
import './look/parts.css';
import './look/guest.css';
import './look/change.css';
import './look/sign-in.css';

const target = document.getElementById('app');
if (target) mount(App, { target, props: { host } });
