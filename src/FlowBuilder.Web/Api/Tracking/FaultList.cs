using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Web.Api.Tracking;

/// <summary>Collects what is wrong with a call, each under the path of its member.</summary>
/// <param name="prefix">What stands before each path, such as <c>batch[3].</c>.</param>
internal sealed class FaultList(string prefix)
{
    private readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> Errors => _errors;

    public bool Any => _errors.Count > 0;

    public void Add(string field, string code, string message) => _errors.Add(new FieldError(prefix + field, code, message));

    public void Required(string field, string message) => Add(field, "required", message);

    public void WrongType(string field, string wanted) => Add(field, "wrong-type", $"must be {wanted}.");
}
