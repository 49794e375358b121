import { mount } from "svelte";
import "backmatter/define";
import App from "./App.svelte";

mount(App, { target: document.getElementById("app")! });
