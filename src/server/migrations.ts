/**
 * The tables (4-sync § 4.4). Forward only, one transaction each, never edited after a release (TEST-10).
 * Every key and index begins with the tenant, so that no statement crosses tenants (SYN-52). Three exceptions, all
 * for somebody whose tenant is not known yet: finding a device by the id it signs with, a door by its link or typed
 * code, and the tries of an address.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    `create table tenant (
      id text not null primary key,
      rev bigint not null,
      incarnation bigint not null,
      holes text not null,
      backed_up bigint not null,
      frozen integer not null,
      founder text not null,
      system_writer text not null)`,

    `create table record (
      tenant text not null,
      id text not null,
      kind text not null,
      site text,
      day text,
      rev bigint not null,
      deleted integer not null,
      schema integer not null,
      parallel integer not null,
      clock text,
      facts text not null,
      seal text,
      stamps text not null,
      keep_until text,
      author text not null,
      made_on text not null,
      primary key (tenant, id))`,
    'create unique index record_feed on record (tenant, rev)',

    `create table operation (
      tenant text not null,
      id text not null,
      rev bigint not null,
      writer text not null,
      seq bigint not null,
      device text not null,
      author text not null,
      kind text not null,
      record text not null,
      schema integer not null,
      base bigint not null,
      body text not null,
      hash text not null,
      sig text,
      status text not null,
      code text,
      made text,
      day_received text not null,
      offset_minutes integer,
      primary key (tenant, id))`,
    'create unique index operation_sequence on operation (tenant, writer, seq)',
    'create unique index operation_rev on operation (tenant, rev)',
    "create index operation_held on operation (tenant, record) where status = 'held'",

    `create table repeated (
      tenant text not null,
      writer text not null,
      seq bigint not null,
      id text not null,
      primary key (tenant, writer, seq))`,

    `create table writer (
      tenant text not null,
      id text not null,
      device text not null,
      acked bigint not null,
      primary key (tenant, id))`,

    `create table device (
      tenant text not null,
      id text not null,
      public_key text not null,
      site text not null,
      use text not null,
      vaults integer not null,
      state text not null,
      primary key (tenant, id))`,
    'create index device_by_id on device (id)',

    `create table nonce (
      tenant text not null,
      key text not null,
      nonce text not null,
      until bigint not null,
      primary key (tenant, key, nonce))`,

    `create table scope_exit (
      tenant text not null,
      rev bigint not null,
      scope text not null,
      record text not null,
      primary key (tenant, rev, scope, record))`,

    `create table enrolment (
      tenant text not null,
      id text not null,
      hand text,
      link_digest text not null,
      hand_digest text,
      site text,
      label text,
      use text,
      place text,
      author text,
      expires bigint not null,
      tries integer not null,
      used integer not null,
      primary key (tenant, id))`,
    'create index enrolment_by_id on enrolment (id)',
    'create index enrolment_by_hand on enrolment (hand)',

    `create table claim_try (
      address text not null,
      at bigint not null)`,
    'create index claim_try_by_address on claim_try (address, at)',
  ],
]
