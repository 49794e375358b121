import { createApp } from "vue";
import "./documented";
import App from "./App.vue";

createApp(App).mount("#app");
