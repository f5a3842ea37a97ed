using System.Globalization;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Ports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shouldly;
using Xunit;

namespace FlowBuilder.Storage.Tests.Sqlite.Erasing;

/// <summary>
/// Every column of every table, and what erasing a customer makes of it: gone with its row, made nameless, or why it may stay. A column
/// that nobody has decided on fails; what is written here is then done to a row of every table.
/// </summary>
public sealed class What_becomes_of_each_column
{
    private const string Marker = "zq-the-person-zq";
    private const long Number = 7;

    /// <summary>Goes: every row of the customer's is deleted, whatever it holds.</summary>
    private static readonly Dictionary<string, Fate> Fates = new(StringComparer.Ordinal)
    {
        ["account_claims"] = Fate.Stays(
            "sign-ins of the company's own people",
            "id user_id claim_type claim_value"),
        ["account_logins"] = Fate.Stays(
            "sign-ins of the company's own people",
            "login_provider provider_key provider_display_name user_id"),
        ["account_passkeys"] = Fate.Stays(
            "sign-ins of the company's own people",
            "credential_id user_id data"),
        ["account_tokens"] = Fate.Stays(
            "sign-ins of the company's own people",
            "user_id login_provider name value"),
        ["accounts"] = Fate.Stays(
            "sign-ins of the company's own people",
            "id name created_at last_company_id demo user_name normalized_user_name email normalized_email email_confirmed password_hash "
                + "security_stamp concurrency_stamp phone_number phone_number_confirmed two_factor_enabled lockout_end lockout_enabled "
                + "access_failed_count"),
        ["api_keys"] = Fate.Stays(
            "the company's own keys",
            "company_id id name hash prefix scopes source created_at created_by expires_at last_used_at revoked_at"),
        ["arms"] = Fate.Goes(),
        ["audit_log"] = Fate.Stays(
            "never names a customer nor holds a word of theirs, but by a number that leads nowhere",
            "company_id id at actor_id by action subject words before after hash sealed_with"),
        ["companies"] = Fate.Stays(
            "the company",
            "id name time_zone subscription sending_stopped email phone address website settings created_at"),
        ["customer_keys"] = Fate.Goes(),
        ["customer_tags"] = Fate.Goes(),
        ["customers"] = Fate.Goes(),
        ["data_protection_keys"] = Fate.Stays(
            "keys",
            "id friendly_name xml"),
        ["decisions"] = Fate.Goes(),
        ["enrollments"] = Fate.Stays(
            "that a run was there and how it went: counts stay true; the customer is a number that leads nowhere",
            "company_id id partition customer_id sequence_id version_id state hold held_since cursor pass passes entered_at entered_seq "
                + "arrived_at skips_to_next_wait stop_chain depth pinned_templates ended_at",
            nameless: "record_type record_id starting_event edited_messages end_reason due_at watch_at look_at"),
        ["event_keys"] = Fate.Stays(
            "an opaque id of the sender's and a number that leads nowhere: an event sent again within seven days must not bring the person "
                + "back; then it goes",
            "company_id source message_id customer_id at"),
        ["events"] = Fate.Goes(),
        ["id_blocks"] = Fate.Stays(
            "the engine's numbers",
            "name next"),
        ["idempotency_keys"] = Fate.Goes(),
        ["invitations"] = Fate.Stays(
            "the company's own people",
            "company_id id email role user_id token_hash invited_by created_at expires_at accepted_at withdrawn_at"),
        ["message_bodies"] = Fate.Goes(),
        ["messages"] = Fate.Stays(
            "what was sent when, to no one: counts and hours of sending stay true; the customer is a number that leads nowhere",
            "company_id id partition customer_id enrollment_id sequence_id node pass part channel purpose template template_revision "
                + "to_person attempts created_at sent_at opened_at clicked_at bounced_at",
            nameless: "to subject because provider_id due_at retry_at state"),
        ["moments"] = Fate.Goes(),
        ["notes"] = Fate.Goes(),
        ["notifications"] = Fate.Goes(),
        ["parked_inputs"] = Fate.Goes(),
        ["partitions"] = Fate.Stays(
            "the engine's progress",
            "partition fence done_through"),
        ["records"] = Fate.Goes(),
        ["reviews"] = Fate.Goes(),
        ["sequence_versions"] = Fate.Stays(
            "what the company draws",
            "company_id id sequence_id number document plan plan_hash published_at published_by"),
        ["sequences"] = Fate.Stays(
            "what the company draws",
            "company_id id title description state draft draft_revision version_number labels owner_id password_hash demo created_at "
                + "updated_at updated_by"),
        ["sessions"] = Fate.Stays(
            "sign-ins of the company's own people",
            "id account_id created_at last_seen_at device address"),
        ["settings"] = Fate.Stays(
            "of the installation; names of letter files of the person are numbers, and go when the files have",
            "name value"),
        ["step_runs"] = Fate.Stays(
            "which steps were done when: counts stay true",
            "company_id enrollment_id id node pass step_type arrived_at at result port",
            nameless: "because"),
        ["step_tallies"] = Fate.Stays(
            "counts over all customers",
            "company_id sequence_id node port result hour count"),
        ["suppressions"] = Fate.Stays(
            "a no outlives the person: the address is a keyed hash, the words are ours or the sender's about where it was said, never the "
                + "person's",
            "company_id channel hash reason hashed_with at source before ended_at ended_by"),
        ["sweeps"] = Fate.Stays(
            "holds sequences, no customers",
            "company_id id input after_customer"),
        ["template_revisions"] = Fate.Stays(
            "what the company writes",
            "company_id key revision name channel purpose subject html text created_at created_by"),
        ["templates"] = Fate.Stays(
            "what the company writes",
            "company_id key name channel purpose revision subject html text updated_at updated_by"),
        ["todos"] = Fate.Goes(),
        ["users"] = Fate.Stays(
            "the company's own people",
            "company_id id name email phone role is_primary_owner account_id removed_at emailed_kinds"),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_decided()
    {
        await using var fixture = await SqliteStoreFixture.StartAsync();
        await using var context = fixture.Contexts.CreateDbContext();
        foreach (var (table, columns) in TablesOf(context))
        {
            Fates.ShouldContainKey(table, $"Say what erasing a customer does to the table {table}.");
            var fate = Fates[table];
            if (!fate.RowGoes)
                columns.Select(column => column.Name).Order()
                    .ShouldBe(fate.Stay.Concat(fate.Nameless).Order(), $"Say what erasing a customer does to each column of {table}.");
        }

        Fates.Keys.Except(TablesOf(context).Keys).ShouldBeEmpty("There is no such table any more.");
    }

    [Fact]
    public async Task Is_done()
    {
        await using var fixture = await SqliteStoreFixture.StartAsync();
        var customer = new CustomerId(Number);
        await using var context = fixture.Contexts.CreateDbContext();
        var tables = TablesOf(context);
        foreach (var (table, columns) in tables)
        {
            await PlantAsync(context, table, columns, Number, Marker);
            if (Fates[table].RowGoes) await PlantAsync(context, table, columns, Number + 1, "another");
        }

        var partition = customer.PartitionOf(fixture.Partitions);
        var start = await fixture.Store.Partitions.TakeAsync(partition, Cancellation);
        await fixture.Store.Turns.CommitAsync(
            new TurnBatch(partition, start.Fence, 0, [new CustomerChanges(new CompanyId(1), customer, [new Change.CustomerErased()])]),
            Cancellation);

        foreach (var (table, columns) in tables)
        {
            var fate = Fates[table];
            if (fate.RowGoes)
            {
                (await CountAsync(
                    context, $"SELECT COUNT(*) FROM {table}")).ShouldBe(1, $"{table}: the other customer's row alone is left");
                foreach (var column in columns.Where(column => IsText(column.Type)))
                    (await HasAsync(context, table, column.Name)).ShouldBeFalse($"{table}.{column.Name}");
                continue;
            }

            foreach (var column in columns.Where(column => IsText(column.Type)))
                (await HasAsync(context, table, column.Name)).ShouldBe(fate.Stay.Contains(column.Name), $"{table}.{column.Name}");
        }

        (await CountAsync(context, "SELECT state FROM messages")).ShouldBe(6);
        (await CountAsync(context, "SELECT COUNT(*) FROM messages WHERE due_at IS NOT NULL OR retry_at IS NOT NULL")).ShouldBe(0);
        (await CountAsync(
            context,
            "SELECT COUNT(*) FROM enrollments WHERE due_at IS NOT NULL OR watch_at IS NOT NULL OR look_at IS NOT NULL")).ShouldBe(0);
    }

    private static Dictionary<string, List<(string Name, string Type)>> TablesOf(FlowBuilderContext context)
    {
        var tables = new Dictionary<string, List<(string, string)>>(StringComparer.Ordinal);
        foreach (var type in context.Model.GetEntityTypes())
        {
            if (type.GetTableName() is not { } table) continue;
            if (!tables.TryGetValue(table, out var columns)) tables[table] = columns = [];
            if (type.IsMappedToJson() && type.GetContainerColumnName() is { } json) columns.Add((json, "TEXT"));
            else
                foreach (var property in type.GetProperties())
                    columns.Add((property.GetColumnName(StoreObjectIdentifier.Table(table))!, property.GetColumnType()));
        }

        return tables;
    }

    /// <summary>A row whose every text is the marker, and whose every number leads to the customer or to a row of theirs.</summary>
    private static async Task PlantAsync(
        FlowBuilderContext context, string table, List<(string Name, string Type)> columns, long number, string text)
    {
        var names = columns.Select(column => column.Name).Distinct().ToArray();
        await using var connection = new SqliteConnection(context.Database.GetConnectionString());
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"INSERT INTO {table} ({string.Join(", ", names.Select(name => $"\"{name}\""))}) VALUES "
                + $"({string.Join(", ", names.Select((_, at) => $"$p{at}"))})";
        foreach (var (name, at) in names.Select((name, at) => (name, at)))
            command.Parameters.AddWithValue($"$p{at}", Value(table, name, columns.First(column => column.Name == name).Type, number, text));
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static object Value(string table, string column, string type, long number, string text) => (table, column) switch
    {
        (_, "company_id") or ("companies", "id") => 1L,
        ("idempotency_keys", "customers") => string.Create(CultureInfo.InvariantCulture, $" 5 {number} 1{number} "),
        ("partitions", "partition") => 99L,
        ("messages" or "enrollments", "state") => 0L,
        ("customers", "merged_into") => DBNull.Value,
        _ => type switch
        {
            "TEXT" => text,
            "BLOB" => new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, (byte)number },
            _ => number,
        },
    };

    private static bool IsText(string type) => type == "TEXT";

    private static async Task<bool> HasAsync(FlowBuilderContext context, string table, string column) =>
        await CountAsync(context, $"SELECT COUNT(*) FROM {table} WHERE instr(\"{column}\", '{Marker}') > 0") > 0;

    private static async Task<long> CountAsync(FlowBuilderContext context, string sql)
    {
        await using var connection = new SqliteConnection(context.Database.GetConnectionString());
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    /// <summary>What becomes of a table's columns.</summary>
    private sealed record Fate(bool RowGoes, string? Because, string[] Stay, string[] Nameless)
    {
        /// <summary>The rows go.</summary>
        public static Fate Goes() => new(true, null, [], []);

        /// <summary>The rows stay, for a reason; some of their columns lose what they held.</summary>
        public static Fate Stays(string because, string stay, string nameless = "") =>
            new(
                false, because, stay.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                nameless.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
