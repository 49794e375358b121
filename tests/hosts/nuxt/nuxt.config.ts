import documented from "./documented.config";

export default defineNuxtConfig({ ...documented, compatibilityDate: "2025-10-01", telemetry: false });
