using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Steps.Tests.Support;

/// <summary>From a customer of whom nothing is known to one of whom much is.</summary>
internal static class Scenes
{
    public static IReadOnlyList<Scene> All { get; } =
    [
        Scene.Empty,
        Scene.Empty with { Now = DateTimeOffset.MaxValue },
        Scene.Empty with { Now = DateTimeOffset.MinValue.AddDays(2) },
        Scene.Empty.About(Scene.Estimate),
        Rich(),
        Rich().In("Pacific/Kiritimati"),
        Rich().In("Australia/Lord_Howe"),
        Rich() with { Now = Scene.At("2026-11-01T05:30:00Z") },
    ];

    private static Scene Rich() => Scene.Empty
        .WithField("first_name", "Ada")
        .WithField("birthday", "1980-02-29")
        .WithField("status", "lead")
        .WithField("type", "residential")
        .WithField("assigned_to", "max")
        .WithField("city", "Troy")
        .WithTag("VIP").WithConsent(new Consent { Email = true })
        .After(
            EventNames.EstimateSent, "2026-06-09T12:00:00Z",
            """{ "total": 640, "sent_at": "2026-06-09T12:00:00Z", "due_at": "2026-06-12" }""", Scene.Estimate)
        .After(EventNames.VisitAdded, "2026-06-09T13:00:00Z", """{ "start_at": "2026-06-12T13:00:00Z" }""", Scene.Visit)
        .After(EventNames.VisitCompleted, "2026-03-01T13:00:00Z", record: new RecordKey("visit", "V-0"))
        .About(Scene.Estimate).StartedBy(EventNames.EstimateSent, """{ "total": 640 }""")
        .WithRun(EnrollmentState.Done)
        .WithMessage(new Message
        {
            Id = new MessageId(3), Customer = new CustomerId(7), Enrollment = new EnrollmentId(42), Node = "mail", Channel = Channel.Email,
            State = MessageState.Sent, Template = "welcome", CreatedAt = Scene.At("2026-06-09T12:00:00Z"),
            OpenedAt = Scene.At("2026-06-09T12:30:00Z")
        });
}
