import { mount } from 'svelte';
import { host } from '#host';
// What is shared comes first: the style of a component builds on it.
import './styles/tokens.css';
import './styles/base.css';
import './styles/button.css';
import './styles/field.css';
import './styles/choice.css';
import './styles/chip.css';
import './styles/card.css';
import './styles/toggle.css';
import './styles/notice.css';
import './styles/dialog.css';
import './styles/box.css';
import './styles/script.css';
import './styles/list.css';
import './styles/print.css';
import App from './App.svelte';
// And what the person chose for everything comes last.
import './styles/forced.css';

const target = document.getElementById('app');
const wordless = document.getElementById('no-start');
if (target) mount(App, { target, props: { host, wordless } });
