using System.Net;
using System.Net.Sockets;
using FlowBuilder.Benchmarks.Outside;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Model.Companies;
using FlowBuilder.Testing;
using FlowBuilder.Testing.Engine;
using FlowBuilder.Testing.Smtp;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Benchmarks.Neighbours;

/// <summary>Two companies in one program: A, who does its worst, and B. With a mail server that hangs for one domain.</summary>
internal sealed class Street : IAsyncDisposable
{
    public const string WriteA = "write-1";
    public const string ManageA = "manage-1";
    public const string WriteB = "write-2";
    public const string HangingDomain = "hang.example";

    /// <summary>B's customers, each of whom asks once.</summary>
    public const int Customers = 1_500;

    private const int AtOnce = 250;

    private Street(WholeProgram program, SmtpSink mail) => (Program, Mail) = (program, mail);

    public WholeProgram Program { get; }

    public SmtpSink Mail { get; }

    public static string CustomerB(int number) => $"b-{number}";

    /// <summary>Makes the database that every attack begins with a copy of.</summary>
    public static async Task PrepareAsync(string folder, int port)
    {
        await using var engine = await EngineHost.StartAsync(
            [new CountingChannel(Channel.Email), new CountingChannel(Channel.Text), new CountingChannel(Channel.Webhook)], folder);
        await engine.AddTemplateAsync("attack", Channel.Email, "Attack", "<p>Hello {{ customer.first_name }}</p>", "Hello");
        await engine.PublishAsync(Attacks.Sequence(
            "Burst", """{ "type": "custom-event", "name": "Burst" }""", """{ "type": "email-customer", "template": "attack" }"""));
        await engine.PublishAsync(Attacks.Sequence(
            "Webhook", """{ "type": "custom-event", "name": "Webhook" }""",
            $$"""{ "type": "call-webhook", "url": "http://127.0.0.1:{{port}}/deaf" }"""));
        await using var context = engine.Context();
        context.CurrentCompany = new CompanyId(2);
        context.Companies.Add(new CompanyRow
        {
            Id = 2, Name = "Blue Pools", TimeZone = "America/New_York", Address = "2 Elm Street", Email = "office@b.example",
            CreatedAt = engine.Clock.Now
        });
        await context.SaveChangesAsync();
        // The program has a key ring of its own: it makes its own key for links.
        await context.Settings.Where(setting => setting.Name == "links.key").ExecuteDeleteAsync();
    }

    /// <summary>Starts the program on a copy of the prepared database; A has so many customers, B
    /// its own and a sequence that tags and emails.</summary>
    public static async Task<Street> OpenAsync(string prepared, int customersOfA)
    {
        var folder = Directory.CreateTempSubdirectory("flowbuilder-street-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        foreach (var file in Directory.GetFiles(Path.Combine(prepared, "data"), "flowbuilder.db*"))
            File.Copy(file, Path.Combine(folder, "data", Path.GetFileName(file)));
        if (customersOfA > 0) FillA(WholeProgram.DatabaseIn(folder), customersOfA);
        var mail = SmtpSink.Start();
        mail.Misbehave = (stage, envelope) =>
            stage == SmtpStage.Recipient && envelope.To.Any(to => to.EndsWith(HangingDomain, StringComparison.Ordinal))
                ? new SmtpFault.Stall()
                : null;
        var program = await WholeProgram.StartAsync(
            folder, demo: false, ("Email:Smtp:Host", "127.0.0.1"), ("Email:Smtp:Port", $"{mail.Port}"), ("Email:Smtp:Tls", "none"),
            ("Email:From", "office@street.example"), ("Webhooks:AllowedHosts:0", "127.0.0.1"));
        var street = new Street(program, mail);
        await street.SettleBAsync();
        return street;
    }

    /// <summary>A server that takes every connection into its queue and never says a word.</summary>
    public static Socket Deaf()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen(backlog: 1_000);
        return socket;
    }

    public static int PortOf(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;

    /// <summary>Publishes a sequence of A's and answers with the status.</summary>
    public async Task<HttpStatusCode> PublishAsync(string document, string confirm = "")
    {
        var id = (await Program.AskAsync(ManageA, HttpMethod.Post, "api/v1/sequences", document)).GetProperty("id").GetString();
        using var answer = await Program.ManageAsync(ManageA, HttpMethod.Post, $"api/v1/sequences/{id}/publish{confirm}");
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        await Mail.DisposeAsync();
    }

    private async Task SettleBAsync()
    {
        await Program.AskAsync(
            "manage-2", HttpMethod.Put, "api/v1/templates/answer",
            """{"channel":"email","name":"Answer","subject":"Hello {{ customer.first_name }}","html":"<p>Hello {{ customer.first_name }}</p>","text":"Hello"}""");
        await Program.PublishAsync("manage-2", """
            { "format": "flowbuilder.sequence/1", "title": "Asked", "settings": { "reEntry": { "policy": "always" } },
              "nodes": [
                { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Asked" }, "at": [0, 0] },
                { "id": "tag", "kind": "action", "step": { "type": "add-tag", "tag": "asked" }, "at": [0, 100] },
                { "id": "mail", "kind": "action", "step": { "type": "email-customer", "template": "answer" }, "at": [0, 200] } ],
              "edges": [ { "from": "t", "to": "tag" }, { "from": "tag", "to": "mail" } ] }
            """);
        for (var first = 0; first < Customers; first += AtOnce)
        {
            var status = await Program.TellAsync(
                WriteB,
                Enumerable.Range(first, AtOnce)
                    .Select(
                        number => new
                        {
                            type = "identify", userId = CustomerB(number),
                            traits = new { email = $"{CustomerB(number)}@b.example", first_name = "Bea", email_consent = true }
                        }));
            if (status != HttpStatusCode.OK) throw new InvalidOperationException($"B's customers were answered with {(int)status}.");
        }
    }

    private static void FillA(string database, int customers)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText =
            "INSERT INTO customers (company_id, id, partition, user_id, name, email, search_text, fields, unsubscribed, text_stopped, "
                + "email_bounced, automations_off, created_at) VALUES (1, $id, $partition, 'a-' || $id, 'Ann', 'a' || $id || '@a.example', "
                + "'ann', '{}', 0, 0, 0, 0, 0)";
        var id = insert.Parameters.Add("$id", SqliteType.Integer);
        var partition = insert.Parameters.Add("$partition", SqliteType.Integer);
        for (var number = ActivityRows.First; number < ActivityRows.First + customers; number++)
        {
            (id.Value, partition.Value) = (number, new CustomerId(number).PartitionOf(4));
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
