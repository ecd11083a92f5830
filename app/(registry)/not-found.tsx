import { NotFoundFault } from "@/components/shell/not-found-fault";

export default function NotFound() {
  return <NotFoundFault />;
}
