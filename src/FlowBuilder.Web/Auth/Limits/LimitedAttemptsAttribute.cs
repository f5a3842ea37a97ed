namespace FlowBuilder.Web.Auth.Limits;

/// <summary>A page or call that needs no sign-in and that <see cref="AttemptLimit"/> counts.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LimitedAttemptsAttribute : Attribute;
