import { Prisma } from "@/lib/db/generated/client";

/** In a statement that reads a user as `u`: the `grants` of an actor, as the database knows them at this moment. */
export const grantsOfUser = Prisma.sql`
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('role', r.role, 'organizationId', r.organization_id, 'tree', o.tree, 'path', o.path,
        'whole', CASE WHEN o.parent_id IS NULL AND (SELECT count(*) = 1 FROM organizations root WHERE root.parent_id IS NULL AND root.tree = o.tree) THEN o.tree END) ORDER BY r.id)
      FROM user_roles r LEFT JOIN organizations o ON o.id = r.organization_id WHERE r.user_id = u.id), '[]') AS grants`;
