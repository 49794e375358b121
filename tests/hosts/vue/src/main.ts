import { createApp } from "vue";
import "backmatter/define";
import type {} from "backmatter/vue";
import App from "./App.vue";

createApp(App).mount("#app");
