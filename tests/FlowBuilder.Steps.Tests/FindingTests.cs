using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Tests;

/// <summary>Settings that can be read but make no sense are told of, with the setting's name.</summary>
public sealed class FindingTests
{
    [Theory]
    [InlineData("""{ "type": "wait-for", "duration": "-P1D" }""", "duration")]
    [InlineData("""{ "type": "wait-for", "duration": "PT0S" }""", "duration")]
    [InlineData("""{ "type": "wait-for", "duration": "P4Y" }""", "duration")]
    [InlineData("""{ "type": "wait-until-date", "property": "start_at", "shift": "-P40M" }""", "shift")]
    [InlineData("""{ "type": "wait-for-window", "from": "09:00", "to": "09:00" }""", "to")]
    [InlineData("""{ "type": "wait-for-event", "event": "x", "timeout": "PT0S" }""", "timeout")]
    [InlineData("""{ "type": "wait-until-true", "when": { "all": [] }, "timeout": "P1D" }""", "when")]
    [InlineData("""{ "type": "visit-before", "lead": "-P1D" }""", "lead")]
    [InlineData("""{ "type": "estimate-unanswered", "after": "PT0S" }""", "after")]
    [InlineData("""{ "type": "yearly", "field": "birthday", "time": "09:00", "shift": "PT5H" }""", "shift")]
    [InlineData("""{ "type": "yearly", "field": "birthday", "time": "09:00", "shift": "P2Y" }""", "shift")]
    [InlineData("""{ "type": "review-received", "minRating": 4, "maxRating": 2 }""", "maxRating")]
    [InlineData("""{ "type": "reply-received", "channel": "webhook" }""", "channel")]
    [InlineData("""{ "type": "custom-event", "name": "Sequence Started" }""", "name")]
    [InlineData("""{ "type": "custom-event", "name": "x", "where": [{ "op": "is", "value": 1 }] }""", "where[0].property")]
    [InlineData(
        """{ "type": "custom-event", "name": "x", "where": [{ "property": "a", "op": "between", "value": 1 }] }""", "where[0].value")]
    [InlineData("""{ "type": "field", "field": "a", "op": "is" }""", "value")]
    [InlineData("""{ "type": "field", "field": "a", "op": "between", "value": [2, 1] }""", "value")]
    [InlineData("""{ "type": "field", "field": "a", "op": "between", "value": [1] }""", "value")]
    [InlineData("""{ "type": "field", "field": "a", "op": "in", "value": "x" }""", "value")]
    [InlineData("""{ "type": "field", "field": "a", "op": "before", "value": "soon" }""", "value")]
    [InlineData("""{ "type": "event-happened", "event": "x", "within": "-P1D" }""", "within")]
    [InlineData("""{ "type": "customer-status", "in": ["gold"] }""", "in")]
    [InlineData("""{ "type": "customer-type", "in": [] }""", "in")]
    [InlineData("""{ "type": "consent", "channel": "webhook" }""", "channel")]
    [InlineData("""{ "type": "day-and-time", "from": "09:00", "to": "09:00" }""", "to")]
    [InlineData("""{ "type": "days-since", "op": "is", "days": 3 }""", "field")]
    [InlineData("""{ "type": "days-since", "field": "a", "event": "b", "op": "is", "days": 3 }""", "field")]
    [InlineData("""{ "type": "days-since", "field": "a", "op": "contains", "days": 3 }""", "op")]
    [InlineData("""{ "type": "email-employee", "to": "everyone", "template": "x" }""", "to")]
    [InlineData("""{ "type": "notify", "to": "user:", "text": "x" }""", "to")]
    [InlineData("""{ "type": "create-todo", "title": "x", "assignee": "me" }""", "assignee")]
    [InlineData("""{ "type": "create-todo", "title": "x", "assignee": "owner", "dueIn": "-P1D" }""", "dueIn")]
    [InlineData("""{ "type": "set-field", "field": "tags", "value": "x" }""", "field")]
    [InlineData("""{ "type": "set-field", "field": "sms_consent", "value": true }""", "field")]
    [InlineData("""{ "type": "set-field", "field": "group.plan", "value": "x" }""", "field")]
    [InlineData("""{ "type": "set-status", "status": "gold" }""", "status")]
    [InlineData("""{ "type": "assign-to" }""", "user")]
    [InlineData("""{ "type": "assign-to", "user": "a", "roundRobin": ["b"] }""", "roundRobin")]
    [InlineData("""{ "type": "call-webhook", "url": "ftp://example.com" }""", "url")]
    [InlineData("""{ "type": "call-webhook", "url": "/relative" }""", "url")]
    [InlineData("""{ "type": "raise-event", "name": "Tag Added" }""", "name")]
    [InlineData("""{ "type": "if", "when": { "all": [] } }""", "when")]
    [InlineData("""{ "type": "split", "ports": [{ "port": "a", "weight": 1 }] }""", "ports")]
    [InlineData("""{ "type": "split", "ports": [{ "port": "a", "weight": 0 }, { "port": "b", "weight": 0 }] }""", "ports")]
    [InlineData("""{ "type": "split", "ports": [{ "port": "a", "weight": 1 }, { "port": "a", "weight": 1 }] }""", "ports")]
    [InlineData("""{ "type": "split", "ports": [{ "port": "a", "weight": -1 }, { "port": "b", "weight": 1 }] }""", "ports")]
    [InlineData("""{ "type": "split", "ports": [{ "port": "", "weight": 1 }, { "port": "b", "weight": 1 }] }""", "ports")]
    public void It_is_an_error_that_names_its_setting(string step, string field)
    {
        var finding = Scene.Step<Step>(step).Check().First(finding => finding.IsError);

        finding.Field.ShouldBe(field);
        finding.Message.ShouldEndWith(".");
    }

    [Fact]
    public void An_address_without_encryption_is_only_advised_against() =>
        Scene.Step<Step>("""{ "type": "call-webhook", "url": "http://example.com" }""").Check().Single().IsError.ShouldBeFalse();
}
