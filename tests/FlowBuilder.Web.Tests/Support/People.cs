using System.Net;
using System.Text.RegularExpressions;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Web.Tests.Support;

/// <summary>People with sign-ins, and browsers that send forms as the pages would.</summary>
internal static partial class People
{
    public const string Password = "walnut-hammock-otter";

    /// <summary>Makes somebody with a sign-in, or gives an existing row of that id one.</summary>
    /// <returns>The email to sign in with.</returns>
    public static async Task<string> HireAsync(IServiceProvider services, string id, string role, int company = 1, string? email = null)
    {
        email ??= $"{id}@green.example";
        using var scope = services.CreateScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<AccountRow>>();
        if (await accounts.FindByEmailAsync(email) is not { } account)
        {
            account = new AccountRow
            {
                Id = Guid.NewGuid(), Name = id, Email = email, UserName = email, EmailConfirmed = true, CreatedAt = DateTimeOffset.UnixEpoch
            };
            var made = await accounts.CreateAsync(account, Password);
            if (!made.Succeeded) throw new InvalidOperationException(string.Join(" ", made.Errors.Select(error => error.Description)));
        }

        await using var context = await scope.ServiceProvider
            .GetRequiredService<IDbContextFactory<FlowBuilderContext>>().CreateDbContextAsync();
        context.CurrentCompany = new CompanyId(company);
        var row = await context.Users.FirstOrDefaultAsync(user => user.Id == id);
        if (row is null) context.Users.Add(row = new UserRow { Id = id, Name = id, Email = email });
        (row.Role, row.AccountId, row.RemovedAt) = (role, account.Id, null);
        await context.SaveChangesAsync();
        await services.GetRequiredService<IEngine>().RefreshAsync(new CompanyId(company), CancellationToken.None);
        return email;
    }

    /// <summary>Signs in through the page's form.</summary>
    public static async Task<HttpClient> SignInAsync(HttpClient browser, string email, string password = Password)
    {
        var answer = await SubmitAsync(browser, "/sign-in", ("Input.Email", email), ("Input.Password", password));
        return answer.StatusCode == HttpStatusCode.Redirect
            ? browser
            : throw new InvalidOperationException($"{email} could not sign in: {(int)answer.StatusCode}");
    }

    /// <summary>Loads a page, fills its first form in and sends it, hidden fields included.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, string page, params (string Name, string Value)[] fields)
    {
        var html = await browser.GetStringAsync(page, TestContext.Current.CancellationToken);
        return await SendAsync(
            browser, page, [.. HiddenFields(html).Where(hidden => fields.All(field => field.Name != hidden.Name)), .. fields]);
    }

    /// <summary>The hidden fields of a page: the form's name and its token against forgery.</summary>
    public static IReadOnlyList<(string Name, string Value)> HiddenFields(string html) =>
        [.. Hidden().Matches(html)
            .Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)))
            .DistinctBy(field => field.Item1)];

    public static async Task<HttpResponseMessage> SendAsync(
        HttpClient browser, string address, IReadOnlyList<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await browser.PostAsync(new Uri(address, UriKind.RelativeOrAbsolute), form, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)" />""")]
    private static partial Regex Hidden();
}
