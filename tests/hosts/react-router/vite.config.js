import { reactRouter } from "@react-router/dev/vite";

// All dependencies are found before the first visit: the development server would reload the page for each later one.
export default { plugins: [reactRouter()], optimizeDeps: { entries: ["app/**/*.jsx"] } };
