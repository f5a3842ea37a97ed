namespace FlowBuilder.Steps.Tests.Support;

/// <summary>One fully filled example of every step, as stored: the shapes of the contract.</summary>
internal static class Samples
{
    private const string Lines = """
        { "type": "customer-added" }
        { "type": "estimate-sent" }
        { "type": "estimate-accepted" }
        { "type": "estimate-declined" }
        { "type": "estimate-changes-requested" }
        { "type": "estimate-accepted-or-declined" }
        { "type": "invoice-created" }
        { "type": "invoice-past-due" }
        { "type": "invoice-paid" }
        { "type": "payment-made" }
        { "type": "payment-failed" }
        { "type": "visit-added" }
        { "type": "visit-started" }
        { "type": "visit-completed" }
        { "type": "visit-cancelled" }
        { "type": "meeting-added" }
        { "type": "meeting-completed" }
        { "type": "todo-added" }
        { "type": "todo-completed" }
        { "type": "maintenance-added" }
        { "type": "maintenance-completed" }
        { "type": "job-started" }
        { "type": "job-stopped" }
        { "type": "email-bounced" }
        { "type": "unsubscribed" }
        { "type": "manual" }
        { "type": "started-by-sequence" }
        { "type": "tag-added", "tag": "vip" }
        { "type": "tag-removed", "tag": "vip" }
        { "type": "field-changed", "field": "status", "from": "lead", "to": "active" }
        { "type": "estimate-unanswered", "after": "P3D" }
        { "type": "payment-method-added", "kind": "credit_card" }
        { "type": "visit-before", "lead": "P1D", "time": "09:00" }
        { "type": "meeting-before", "lead": "PT2H", "time": "09:00" }
        { "type": "todo-before", "lead": "P1D", "time": "09:00" }
        { "type": "maintenance-before", "lead": "P7D", "time": "09:00" }
        { "type": "review-received", "minRating": 1, "maxRating": 3 }
        { "type": "form-submitted", "form": "quote" }
        { "type": "reply-received", "channel": "text" }
        { "type": "email-opened", "template": "welcome" }
        { "type": "link-clicked", "template": "welcome", "url": "example.com/offer" }
        { "type": "at-time", "at": "2026-12-01T09:00:00-05:00" }
        { "type": "yearly", "field": "birthday", "time": "09:00", "shift": "-P7D" }
        { "type": "custom-event", "name": "Brochure Downloaded", "where": [{ "property": "pages", "op": "at-least", "value": 3 }] }
        { "type": "has-tag", "tag": "vip", "not": true }
        { "type": "field", "field": "city", "op": "in", "value": ["Troy", "Albany"], "not": true }
        { "type": "event-property", "property": "total", "op": "greater", "value": 500, "not": true }
        { "type": "record-property", "property": "due_at", "op": "before", "value": "P3D", "not": true }
        { "type": "event-happened", "event": "Visit Completed", "within": "P30D", "since": "enrollment", "record": "any", "atLeast": 2, "not": true }
        { "type": "customer-status", "in": ["lead", "active"], "not": true }
        { "type": "customer-type", "in": ["residential"], "not": true }
        { "type": "consent", "channel": "email", "not": true }
        { "type": "in-sequence", "sequence": "11111111-2222-3333-4444-555555555555", "state": "done", "not": true }
        { "type": "day-and-time", "days": ["mon", "fri"], "from": "09:00", "to": "17:30", "zone": "company", "not": true }
        { "type": "season", "from": "03-15", "to": "10-31", "not": true }
        { "type": "has-record", "recordType": "estimate", "status": ["sent"], "where": [{ "property": "total", "op": "between", "value": [100, 500] }], "not": true }
        { "type": "message-state", "step": "mail", "state": "opened", "not": true }
        { "type": "days-since", "event": "Visit Completed", "op": "at-least", "days": 90, "not": true }
        { "type": "assigned-to", "user": "max", "not": true }
        { "type": "email-customer", "template": "welcome", "onFailure": "stop", "onSkipped": "stop" }
        { "type": "text-customer", "template": "welcome", "onFailure": "stop", "onSkipped": "stop" }
        { "type": "email-employee", "to": "owner", "template": "welcome", "onFailure": "stop", "onSkipped": "stop" }
        { "type": "text-employee", "to": "role:manager", "template": "welcome", "onFailure": "stop", "onSkipped": "stop" }
        { "type": "notify", "to": "assigned", "text": "Call {{ customer.first_name }}" }
        { "type": "create-todo", "title": "Call {{ customer.first_name }}", "assignee": "role:office", "dueIn": "P2D", "notes": "About {{ record.total }}" }
        { "type": "add-tag", "tag": "nudging" }
        { "type": "remove-tag", "tag": "nudging" }
        { "type": "set-field", "field": "last_offer", "value": "spring" }
        { "type": "set-status", "status": "former" }
        { "type": "assign-to", "roundRobin": ["ofelia", "oscar"] }
        { "type": "add-note", "text": "Asked {{ customer.first_name }}" }
        { "type": "start-sequence", "sequence": "11111111-2222-3333-4444-555555555555" }
        { "type": "stop-sequence", "sequence": "11111111-2222-3333-4444-555555555555", "tidyUp": true }
        { "type": "call-webhook", "url": "https://example.com/hook", "body": "{\"a\":1}", "onFailure": "stop", "onSkipped": "stop" }
        { "type": "raise-event", "name": "Win-back Finished", "properties": { "round": 2, "who": "{{ customer.first_name }}" } }
        { "type": "wait-for", "duration": "P2D", "late": "skip" }
        { "type": "wait-until", "at": "2026-12-01T09:00:00", "late": "ask" }
        { "type": "wait-until-date", "property": "start_at", "shift": "-P1D", "time": "09:00", "ifNoDate": "stop", "late": "shift" }
        { "type": "wait-for-window", "days": ["mon", "tue"], "from": "09:00", "to": "17:00", "zone": "company", "skipHolidays": true, "late": "skip" }
        { "type": "wait-for-event", "event": "Estimate Accepted", "record": "same", "since": "enrollment", "timeout": "P7D", "late": "ask" }
        { "type": "wait-until-true", "when": { "all": [{ "type": "has-tag", "tag": "vip" }] }, "timeout": "P7D", "late": "ask" }
        { "type": "if", "when": { "any": [{ "type": "has-tag", "tag": "vip" }, { "none": [{ "type": "customer-status", "in": ["lead"] }] }] } }
        { "type": "split", "ports": [{ "port": "a", "weight": 70 }, { "port": "b", "weight": 30 }] }
        """;

    public static IReadOnlyDictionary<string, string> ById { get; } = Lines.Split(
        '\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .ToDictionary(line => line.Split('"')[3], line => line);
}
