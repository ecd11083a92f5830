"use client";

export { ErrorFault as default } from "@/components/shell/error-fault";
