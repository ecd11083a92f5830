import { getTranslations } from "next-intl/server";
import { ActivateForm } from "@/components/users/activate-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PublicFrame } from "@/components/shell/public-frame";

export async function generateMetadata() {
  return { title: (await getTranslations("users.activate"))("title") };
}

/** Open to everyone: an account is made with the slip that the union hands out. */
export default function ActivatePage() {
  return (
    <PublicFrame>
      <ClientMessages namespaces={["users"]}>
        <ActivateForm />
      </ClientMessages>
    </PublicFrame>
  );
}
