using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences;

/// <summary>What a company calls its templates, sequences and people: words for the sentence view, surroundings for the compiler.</summary>
public sealed class CompanyDirectory : Names
{
    private readonly IReadOnlyDictionary<string, string> _templates;
    private readonly IReadOnlyDictionary<string, string> _sequences;
    private readonly IReadOnlyDictionary<string, (string Name, string Email)> _people;

    private CompanyDirectory(
        IReadOnlyDictionary<string, string> templates, IReadOnlyDictionary<string, string> sequences,
        IReadOnlyDictionary<string, (string, string)> people) =>
        (_templates, _sequences, _people) = (templates, sequences, people);

    /// <summary>Of a company that has nothing yet.</summary>
    public static CompanyDirectory Empty { get; } = new(
        new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, (string, string)>());

    /// <summary>Reads what the company of <paramref name="context"/> has now.</summary>
    public static async Task<CompanyDirectory> ReadAsync(FlowBuilderContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var templates = await context.Templates.AsNoTracking().Select(row => new { row.Key, row.Name }).ToListAsync(cancellation);
        var sequences = await context.Sequences.AsNoTracking().Select(row => new { row.Id, row.Title }).ToListAsync(cancellation);
        var people = await context.Users.AsNoTracking().Select(row => new { row.Id, row.Name, row.Email }).ToListAsync(cancellation);
        return new CompanyDirectory(
            templates.ToDictionary(row => row.Key, row => row.Name, StringComparer.Ordinal),
            sequences.ToDictionary(row => row.Id.ToString("D"), row => row.Title, StringComparer.OrdinalIgnoreCase),
            people.ToDictionary(row => row.Id, row => (row.Name, row.Email ?? ""), StringComparer.Ordinal));
    }

    /// <summary>For the compiler.</summary>
    /// <param name="now">Product time.</param>
    /// <param name="texts">Judges the texts of the drawing.</param>
    public CompileContext Surroundings(DateTimeOffset now, IInlineTexts texts) => new()
    {
        Templates = _templates,
        Sequences = _sequences,
        People = _people.ToDictionary(person => person.Key, person => person.Value.Email, StringComparer.Ordinal),
        Now = now,
        JudgeText = texts.JudgeOfDrawing(),
    };

    /// <inheritdoc />
    public override string Template(string? key) =>
        key is not null && _templates.TryGetValue(key, out var name) && name.Length > 0 ? $"“{name}”" : base.Template(key);

    /// <inheritdoc />
    public override string Sequence(string? id) =>
        id is not null && _sequences.TryGetValue(id, out var title) && title.Length > 0 ? $"“{title}”" : base.Sequence(id);

    /// <inheritdoc />
    public override string Recipient(Recipient? to) =>
        to is Recipient.User user && _people.TryGetValue(user.Id, out var person) ? person.Name : base.Recipient(to);

    /// <summary>Id or key to what another company can match it by: title, email, template key.</summary>
    public IReadOnlyDictionary<string, string> ReferencesOf(IEnumerable<Reference> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var reference in references)
        {
            var (key, name) = reference.Kind switch
            {
                ReferenceKind.Sequence => (reference.Key, _sequences.GetValueOrDefault(reference.Key)),
                ReferenceKind.Template => (reference.Key, _templates.GetValueOrDefault(reference.Key)),
                ReferenceKind.Person when Core.Model.Companies.Recipient.Parse(reference.Key) is Recipient.User user =>
                    (user.Id, _people.GetValueOrDefault(user.Id).Email),
                ReferenceKind.Tag or ReferenceKind.Person => (reference.Key, null),
            };
            if (!string.IsNullOrEmpty(name)) named[key] = name;
        }

        return named;
    }
}
