import { mount } from "svelte";
import "./documented";
import App from "./App.svelte";

mount(App, { target: document.getElementById("app")! });
