namespace FlowBuilder.Web.Auth.Limits;

/// <summary>A call that may keep the program busy for a while: the caller's <see cref="WorkBudget"/> pays for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CostsTimeAttribute : Attribute;
