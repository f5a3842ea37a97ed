namespace FlowBuilder.Steps.Tests;

public sealed class ContractIdTests
{
    private const string Triggers = """
        customer-added tag-added tag-removed field-changed estimate-sent estimate-accepted estimate-declined estimate-changes-requested
        estimate-accepted-or-declined estimate-unanswered invoice-created invoice-past-due invoice-paid payment-made payment-failed
        payment-method-added visit-added visit-before visit-started visit-completed visit-cancelled meeting-added meeting-before meeting-completed
        todo-added todo-before todo-completed maintenance-added maintenance-before maintenance-completed job-started job-stopped review-received
        form-submitted reply-received email-opened link-clicked email-bounced unsubscribed at-time yearly manual started-by-sequence custom-event
        """;

    private const string Conditions = """
        has-tag field event-property record-property event-happened customer-status customer-type consent in-sequence day-and-time season has-record
        message-state days-since assigned-to
        """;

    private const string Actions = """
        email-customer text-customer email-employee text-employee notify create-todo add-tag remove-tag set-field set-status assign-to add-note
        start-sequence stop-sequence call-webhook raise-event
        """;

    private const string Waits = "wait-for wait-until wait-until-date wait-for-window wait-for-event wait-until-true";

    [Fact]
    public void The_catalogue_has_exactly_the_steps_of_the_contract()
    {
        var promised = string.Join(' ', Triggers, Conditions, Actions, Waits, "if split")
            .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

        Steps.Catalogue.Steps.All.Select(type => type.Id).Order(StringComparer.Ordinal).ShouldBe(promised.Order(StringComparer.Ordinal));
    }
}
