import { FilePlus2, Landmark, UserRoundX } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnRequests } from "@/components/awards/requests/own-requests";
import { MessageCard } from "@/components/inbox/message-card";
import { PublicityCard } from "@/components/employees/publicity-card";
import { OwnHonors } from "@/components/me/own-honors";
import { OwnRecord } from "@/components/me/own-record";
import { Profile } from "@/components/me/profile";
import { ClientMessages } from "@/components/shell/client-messages";
import { SimplePage } from "@/components/shell/simple-page";
import { TreatmentsOfPerson } from "@/components/treatments/treatments-of-person";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/auth/actor";
import { listOwnHonors } from "@/lib/awards/holders/queries";
import { zonedDay } from "@/lib/awards/rules";
import { listOwnRequests } from "@/lib/awards/requests/queries";
import { listOwnCertificates } from "@/lib/certificates/queries";
import { getIdentity } from "@/lib/employees/identities/queries";
import { getPublicity } from "@/lib/employees/publicity/queries";
import { getEmployee } from "@/lib/employees/queries";
import { listValues } from "@/lib/honors/queries";
import { listMessages } from "@/lib/inbox/queries";
import { settings } from "@/lib/env";
import { listOwnTreatments } from "@/lib/treatments/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("me"))("title") };
}

export default async function MePage() {
  const [actor, t] = await Promise.all([requireActor(), getTranslations("me")]);
  const [employee, honors, requests, certificates, messages, values, identity, publicity, treatments] =
    await Promise.all([
      actor.employeeId === null ? null : getEmployee(actor, actor.employeeId),
      listOwnHonors(actor),
      listOwnRequests(actor),
      listOwnCertificates(actor),
      listMessages(actor),
      listValues(),
      actor.employeeId === null ? null : getIdentity(actor, actor.employeeId),
      actor.employeeId === null ? [] : getPublicity(actor.employeeId),
      listOwnTreatments(actor, zonedDay(new Date())),
    ]);
  const inbox = <MessageCard messages={messages.rows} unread={messages.unread} />;
  if (!employee) {
    return (
      <SimplePage title={t("title")}>
        <Card>
          <EmptyState icon={UserRoundX} title={t("noRecord")} text={t("noRecordText")} />
        </Card>
        <ClientMessages namespaces={["inbox"]}>{inbox}</ClientMessages>
      </SimplePage>
    );
  }
  const ways = (
    <>
      {settings().wall !== "off" && (
        <Button href="/wall" icon={Landmark}>
          {t("wall")}
        </Button>
      )}
      <Button href="/me/requests/new" variant="primary" icon={FilePlus2}>
        {t("declare")}
      </Button>
    </>
  );
  return (
    <SimplePage title={t("title")} actions={ways}>
      <ClientMessages namespaces={["inbox", "requests", "employees", "dossiers"]}>
        <Profile employee={employee} honors={honors} levels={values.levels} />
        {messages.unread > 0 && inbox}
        <OwnHonors honors={honors} requests={requests} certificates={certificates} />
        <TreatmentsOfPerson rows={treatments} own />
        <OwnRequests requests={requests} />
        {messages.unread === 0 && inbox}
        <PublicityCard employeeId={employee.id} publicity={publicity} own mayDecide />
        <OwnRecord identity={identity} />
      </ClientMessages>
    </SimplePage>
  );
}
